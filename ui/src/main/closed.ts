import './guard';
import './policy';
import '../styles/index.css';
import { mount } from 'svelte';
import Closed from './Closed.svelte';

mount(Closed, { target: document.getElementById('app') ?? document.body });
