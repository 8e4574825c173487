import './guard';
import './policy';
import '../styles/index.css';
import { mount } from 'svelte';
import App from './App.svelte';

mount(App, { target: document.getElementById('app') ?? document.body });
